import {
  type CourseAttendance,
  type CourseCertificates,
  type CourseEdit,
  CoursePage,
  CourseWhole,
  type NewCourse,
  type NewCoursePerson,
} from '@hopluc/shared/courses'
import type { Id } from '@hopluc/shared/values'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

const KEY = 'courses'

export const coursesQuery = (where: { year: number; cursor?: string | undefined }) =>
  queryOptions({
    queryKey: [KEY, 'list', where],
    queryFn: () => api.get('/courses', CoursePage, where),
    placeholderData: keepPreviousData,
  })

export const courseQuery = (id: Id) =>
  queryOptions({
    queryKey: [KEY, 'one', id],
    queryFn: () => api.get(`/courses/${id}`, CourseWhole),
  })

/** A new course, or a change of one that is known by its version. */
export const useKeepCourse = () =>
  useCourse(({ id, version, ...body }: NewCourse & Partial<CourseEdit>) =>
    version === undefined
      ? api.post('/courses', { id, ...body }, CourseWhole)
      : api.put(`/courses/${id}`, { ...body, version }, CourseWhole),
  )
export const useEnrol = (id: Id) =>
  useCourse((body: NewCoursePerson) => api.post(`/courses/${id}/people`, body, CourseWhole))
export const useTakeOut = (id: Id) =>
  useCourse((person: Id) => api.delete(`/courses/${id}/people/${person}`, CourseWhole))
export const useAttend = (id: Id) =>
  useCourse((body: CourseAttendance) => api.post(`/courses/${id}/attendance`, body, CourseWhole))
export const useCertify = (id: Id) =>
  useCourse((body: CourseCertificates) =>
    api.post(`/courses/${id}/certificates`, body, CourseWhole),
  )

function useCourse<Body>(send: (body: Body) => Promise<CourseWhole>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: (made) => {
      queries.setQueryData(courseQuery(made.id).queryKey, made)
      return queries.invalidateQueries({ queryKey: [KEY, 'list'] })
    },
  })
}
